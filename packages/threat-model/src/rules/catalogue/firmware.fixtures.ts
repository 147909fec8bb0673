import type { RuleFixtures } from "../rule.ts";

export const fixtures: RuleFixtures = {
  "firmware-not-signed": {
    fires: `
process lock <iot-device>`,
    silent: `
process lock <iot-device> [signed-updates]`,
  },
  "firmware-rolled-back": {
    fires: `
process lock <iot-device> [signed-updates]`,
    silent: `
process lock <iot-device> [signed-updates, rollback-protection]`,
  },
  "boot-without-check": {
    fires: `
process lock <iot-device> [signed-updates]`,
    silent: `
process lock <iot-device> [signed-updates, secure-boot]`,
  },
  "debug-port-open": {
    fires: `
process lock <iot-device>`,
    silent: `
process lock <iot-device> [debug-disabled]`,
  },
  "keys-in-plain-flash": {
    fires: `
data key restricted (credentials)
process lock <iot-device> {key}`,
    silent: `
data key restricted (credentials)
process lock <iot-device> {key} [hardware-key-storage]`,
  },
  "update-breaks-the-fleet": {
    fires: `
process lock <iot-device> [signed-updates]`,
    silent: `
process lock <iot-device> [signed-updates, staged-rollout]`,
  },
};
