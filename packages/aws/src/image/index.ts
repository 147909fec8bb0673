import { fileURLToPath } from "node:url";

import { prepareAwsFolder } from "./prepare.ts";

type Mount = { from: string; to: string };

/** Our own Python: the façade of boto3, the shell, and what leads botocore to the account. */
const ownPython = fileURLToPath(new URL("../../python", import.meta.url));

/**
 * The sandbox's image with botocore, boto3's façade and the AWS CLI v1, reached by jobs that name the image
 * `aws` and bring a service `aws`. Its folders are made when it is first needed: a second and a half, once.
 * What its driver takes stands in python/aws_box/driver.py.
 */
export function awsImage({ cacheFolder }: { cacheFolder: string }) {
  return {
    id: "aws",
    mounts: async (): Promise<Mount[]> => [
      { from: await prepareAwsFolder(cacheFolder), to: "/aws" },
      { from: ownPython, to: "/aws-box" },
    ],
    warmup,
    driver: "aws_box.driver",
  };
}

/** Folders for PYTHONPATH of a Python outside of the sandbox, which talks to AWS_ENDPOINT_URL. */
export async function awsPythonPath(cacheFolder: string): Promise<string[]> {
  return [await prepareAwsFolder(cacheFolder), ownPython];
}

/** Everything that a first command would import, with the models that nearly every one needs. */
const warmup = `
import aws_box.warm
`;
