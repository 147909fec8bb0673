type Sample = { title: string; about: string; lines: string };

/** Small systems with something to find in each, as typed lines. */
export const samples: readonly Sample[] = [
  {
    title: "Photo sharing",
    about: "A mobile app, an API on Lambda, photos in S3 and albums in a database.",
    lines: `model Photo sharing
zone internet 0: Internet
zone cloud 80: AWS account
zone vpc 90 in cloud: Production VPC
data photo confidential: Customer photos (personal, content)
data session restricted: Sessions (credentials)
actor customer in internet: Customer <person>
process app in internet: Mobile app <mobile-app>
process api in cloud: Photo API <aws-lambda> [input validation]
process thumbs in cloud: Thumbnails <aws-lambda>
store photos in cloud: Photos <s3> {photo}
store albums in vpc: Albums <rds> [encryption-at-rest] {photo}
customer -> app: uses
app -> api: upload [HTTPS, session] {photo, session}
api -> photos: keep [AWS API, sigv4] {photo}
photos -> thumbs: new photo [AWS API] {photo}
thumbs -> photos: small copies [AWS API, sigv4] {photo}
api <-> albums: albums of a customer [SQL, password] {photo}
`,
  },
  {
    title: "Smart doorbell",
    about: "A device at the door, a broker in the cloud, video on a phone.",
    lines: `model Smart doorbell
zone street 0: Street
zone home 40: Home network
zone cloud 80: Cloud
data video restricted: Video of the door (personal, biometric)
data firmware internal: Firmware (code)
actor visitor in street: Visitor <person>
actor resident in home: Resident <person>
process bell in street: Doorbell <iot-device> {video}
process phone in home: Phone app <mobile-app>
process broker in cloud: Broker <aws-iot-core>
process viewer in cloud: Video API <aws-lambda>
process updates in cloud: Updates <aws-lambda> {firmware}
store clips in cloud: Clips <s3> {video}
visitor -> bell: rings
bell -> broker: events [MQTTS, device-key]
bell -> clips: video [HTTPS, signed-url] {video}
updates -> bell: new firmware [HTTP] {firmware}
resident -> phone: looks
phone -> viewer: live and recorded video [HTTPS, token] {video}
viewer -> clips: reads [AWS API, sigv4] {video}
broker -> viewer: rings [AWS API]
`,
  },
  {
    title: "Shopping assistant",
    about: "A language model that reads reviews and calls tools for a customer.",
    lines: `model Shopping assistant
zone internet 0: Internet
zone shop 80: Shop
zone partner 30: Reviews partner
data orders confidential: Orders (personal, payment)
data reviews public: Reviews (content)
actor customer in internet: Customer <person>
process site in internet: Web shop <browser>
process assistant in shop: Assistant <aws-bedrock>
process tools in shop: Tools <aws-lambda>
process reviews-api in partner: Reviews <api> {reviews}
store orders-db in shop: Orders <dynamodb> {orders}
customer -> site: asks
site -> assistant: question [HTTPS, session]
assistant -> tools: calls [AWS API, sigv4] {orders}
tools -> reviews-api: reads reviews [HTTPS, api-key] {reviews}
tools <-> orders-db: orders and refunds [AWS API, sigv4] {orders}
`,
  },
];
