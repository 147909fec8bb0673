import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "key-shared-by-devices": {
    fires: `
process camera <iot-device>
process cloud <api>
camera -> cloud: connect [HTTPS, shared-secret]`,
    silent: `
process camera <iot-device>
process cloud <api>
camera -> cloud: connect [HTTPS, mtls]`,
  },
  "device-uses-foreign-topic": {
    fires: `
process lock <iot-device>
process broker <aws-iot-core>
lock -> broker: report [MQTTS, mtls]`,
    silent: `
process lock <iot-device>
process broker <aws-iot-core> [least-privilege]
lock -> broker: report [MQTTS, mtls]`,
  },
  "pairing-by-anybody-near": {
    fires: `
process app <mobile-app>
process lock <iot-device>
app -> lock: pair [Bluetooth, no authentication]`,
    silent: `
process app <mobile-app>
process lock <iot-device> [pairing-confirmation]
app -> lock: pair [Bluetooth, no authentication]`,
  },
  "home-network-trusted": {
    fires: `
zone home 30
process app in home <mobile-app>
process lamp in home <iot-device>
app -> lamp: switch [HTTP, network]`,
    silent: `
zone home 30
process app in home <mobile-app>
process lamp in home <iot-device>
app -> lamp: switch [HTTPS, device-key]`,
  },
  "factory-keeps-keys": {
    fires: `
actor factory <partner>
process camera <iot-device>
factory -> camera: provision`,
    silent: `
actor factory <partner>
process camera <iot-device> [hardware-key-storage]
factory -> camera: provision`,
  },
  "device-changes-hands": {
    fires: `
data clips confidential (content)
process camera <iot-device> {clips}`,
    silent: `
data clips confidential (content)
process camera <iot-device> {clips} [secure-wipe]`,
  },
  "sensor-without-sign": {
    fires: `
data voice confidential (biometric)
process speaker <iot-device> {voice}`,
    silent: `
data voice confidential (biometric)
process speaker <iot-device> {voice} [physical-privacy-control]`,
  },
};
