import type { Encryption } from "./words.ts";

/** What a protocol's name says by itself of encryption on the way. */
type Protocol = { title: string; implies: Encryption };

export const protocols: Readonly<Record<string, Protocol>> = {
  https: { title: "HTTPS", implies: "tls" },
  http: { title: "HTTP", implies: "none" },
  grpc: { title: "gRPC", implies: "unknown" },
  websocket: { title: "WebSocket", implies: "unknown" },
  wss: { title: "WSS", implies: "tls" },
  webrtc: { title: "WebRTC", implies: "tls" },
  "aws-api": { title: "AWS API", implies: "tls" },
  sql: { title: "SQL", implies: "unknown" },
  redis: { title: "Redis", implies: "unknown" },
  amqp: { title: "AMQP", implies: "unknown" },
  kafka: { title: "Kafka", implies: "unknown" },
  mqtt: { title: "MQTT", implies: "none" },
  mqtts: { title: "MQTTS", implies: "tls" },
  coap: { title: "CoAP", implies: "none" },
  ssh: { title: "SSH", implies: "tls" },
  sftp: { title: "SFTP", implies: "tls" },
  ftp: { title: "FTP", implies: "none" },
  smtp: { title: "SMTP", implies: "unknown" },
  sms: { title: "SMS", implies: "none" },
  ldap: { title: "LDAP", implies: "none" },
  ldaps: { title: "LDAPS", implies: "tls" },
  saml: { title: "SAML", implies: "tls" },
  oidc: { title: "OIDC", implies: "tls" },
  dns: { title: "DNS", implies: "none" },
  git: { title: "Git", implies: "unknown" },
  nfs: { title: "NFS", implies: "none" },
  bluetooth: { title: "Bluetooth", implies: "unknown" },
  zigbee: { title: "Zigbee", implies: "unknown" },
  nfc: { title: "NFC", implies: "none" },
  wifi: { title: "Wi-Fi", implies: "unknown" },
  uart: { title: "UART", implies: "none" },
  usb: { title: "USB", implies: "none" },
  rtsp: { title: "RTSP", implies: "none" },
  syslog: { title: "Syslog", implies: "none" },
  tcp: { title: "TCP", implies: "unknown" },
  udp: { title: "UDP", implies: "none" },
  ipc: { title: "IPC", implies: "none" },
  file: { title: "File", implies: "none" },
  voice: { title: "Voice", implies: "none" },
};

/** What is to be assumed of a flow's encryption when only its protocol was named. */
export const impliedEncryption = (protocol: string): Encryption =>
  Object.hasOwn(protocols, protocol) ? protocols[protocol]!.implies : "unknown";
