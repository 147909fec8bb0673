type Spec = {
  /** What the key may be for; the first is taken where nothing is said. */
  usages: readonly string[];
  encryption?: readonly string[];
  signing?: readonly string[];
  macs?: readonly string[];
};

const rsa: Spec = {
  usages: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
  encryption: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"],
  signing: ["PKCS1_V1_5", "PSS"].flatMap((padding) =>
    ["256", "384", "512"].map((size) => `RSASSA_${padding}_SHA_${size}`),
  ),
};
const ec = (hash: string): Spec => ({ usages: ["SIGN_VERIFY"], signing: [`ECDSA_SHA_${hash}`] });
const hmac = (hash: string): Spec => ({
  usages: ["GENERATE_VERIFY_MAC"],
  macs: [`HMAC_SHA_${hash}`],
});

/**
 * Key specs that are emulated: not those of China's Regions, of post-quantum signatures and of key agreement.
 * https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */
export const specs = {
  SYMMETRIC_DEFAULT: { usages: ["ENCRYPT_DECRYPT"], encryption: ["SYMMETRIC_DEFAULT"] } as Spec,
  RSA_2048: rsa,
  RSA_3072: rsa,
  RSA_4096: rsa,
  ECC_NIST_P256: ec("256"),
  ECC_NIST_P384: ec("384"),
  ECC_NIST_P521: ec("512"),
  ECC_SECG_P256K1: ec("256"),
  HMAC_224: hmac("224"),
  HMAC_256: hmac("256"),
  HMAC_384: hmac("384"),
  HMAC_512: hmac("512"),
} as const;

export type KeySpec = keyof typeof specs;

export const isSpec = (name: string): name is KeySpec => Object.hasOwn(specs, name);

/** Algorithms of a key, as far as its usage has any. */
export function algorithmsOf({ spec, usage }: { spec: KeySpec; usage: string }) {
  const { encryption, signing, macs }: Spec = specs[spec];
  return {
    EncryptionAlgorithms: usage === "ENCRYPT_DECRYPT" ? encryption : undefined,
    SigningAlgorithms: usage === "SIGN_VERIFY" ? signing : undefined,
    MacAlgorithms: usage === "GENERATE_VERIFY_MAC" ? macs : undefined,
  };
}
