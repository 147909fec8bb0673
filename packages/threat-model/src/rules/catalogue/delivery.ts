import { defineRules } from "../rule.ts";

/** Source, builds, registries and deployment. */
export const rules = defineRules([
  {
    id: "fork-build-gets-secrets",
    title: "A stranger's pull request runs in {target} with its secrets",
    stride: "I",
    cwe: [522, 829],
    weight: 3,
    on: "flow",
    when: {
      source: {
        groups: ["source-control"],
        incoming: { source: { trust: { atMost: 30 } } },
      },
      target: { groups: ["build"], lacks: ["secretless-builds"] },
      lacks: ["secretless-builds"],
    },
    note: "A build runs the code of whoever opened the pull request: tests, install scripts, even the linter's configuration. Triggers that run with the target's rights (pull_request_target) and then check out the head hand the secrets over. Masking in logs hides a secret from readers, not from the code that has it.",
    statement: {
      source: "stranger with a fork",
      prerequisites: "whose pull request is built",
      action: "print or send the secrets of {target} from a test",
      impact: "stolen deployment and signing credentials",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Build pull requests of forks without secrets and with a read-only token; a maintainer starts the rest after reading.",
        control: "secretless-builds",
      },
      {
        text: "In CodeBuild, filter webhooks by actor account and give pull requests a project with an empty role.",
        control: "secretless-builds",
        aws: true,
      },
    ],
    sources: [
      "https://owasp.org/www-project-top-10-ci-cd-security-risks/",
      "https://docs.github.com/en/actions/reference/security/secure-use",
    ],
  },
  {
    id: "one-push-becomes-production",
    title: "One person's push in {source} becomes production through {target}",
    stride: "T",
    cwe: [862, 506],
    capec: [443],
    on: "flow",
    when: {
      source: { groups: ["source-control"], lacks: ["code-review", "two-person-rule"] },
      target: { groups: ["build", "deployment"], lacks: ["two-person-rule"] },
      lacks: ["code-review", "two-person-rule"],
    },
    note: "Whoever can change the pipeline's definition can skip every check that it makes, and the definition lies in the same repository. Review rules are only as strong as their exceptions: administrators, bots that approve, approvals that survive a later push.",
    statement: {
      source: "engineer or thief of an engineer's token",
      prerequisites: "with write access to {source}",
      action: "change code or the pipeline and have {target} deliver it",
      impact: "hostile code in front of all customers",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Protect the branch for all, administrators included: a second person's review of the last push, code owners for pipeline files.",
        control: "code-review",
      },
      {
        text: "Add a manual approval before production in CodePipeline, by somebody other than the author.",
        control: "two-person-rule",
        aws: true,
      },
    ],
    sources: [
      "https://slsa.dev/spec/v1.0/threats",
      "https://owasp.org/www-project-top-10-ci-cd-security-risks/",
    ],
  },
  {
    id: "dependency-confusion",
    title: "{source} takes an outsider's package for an internal one",
    stride: "T",
    cwe: [427, 1357],
    capec: [538],
    weight: 3,
    on: "flow",
    when: {
      crosses: true,
      rise: { atMost: -1 },
      source: { groups: ["build"], lacks: ["private-namespace"] },
      target: { groups: ["artifacts"] },
      lacks: ["private-namespace", "pinned-dependencies"],
    },
    note: "With two registries configured, many package managers take the highest version of both: a public package with an internal name and version 99 wins. Internal names stand in every shipped bundle. A lock file with hashes helps on the build server and not on the day that somebody updates it.",
    statement: {
      source: "outsider",
      prerequisites: "who read internal package names from a published bundle",
      action: "publish a package of that name in {target}",
      impact: "code of the outsider in builds and products",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Use one registry that proxies the other, and reserve the company's scope there and in public.",
        control: "private-namespace",
      },
      {
        text: "Use CodeArtifact with package origin controls, so that internal names never come from upstream.",
        control: "private-namespace",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/codeartifact/latest/ug/package-origin-controls.html",
      "https://owasp.org/www-project-top-10-ci-cd-security-risks/",
    ],
  },
  {
    id: "pipeline-step-replaced",
    title: "A step that {source} takes from {target} is replaced by its owner's attacker",
    stride: "T",
    cwe: [829, 494],
    capec: [446],
    on: "flow",
    when: {
      source: { groups: ["build"] },
      target: { groups: ["source-control"], trust: { atMost: 30 } },
      lacks: ["pinned-dependencies", "integrity-check"],
    },
    unless: [{ source: { controls: ["pinned-dependencies"] } }],
    note: "A version tag of an action or orb is a pointer that its owner, or whoever takes the owner's account, can move: in March 2025 all tags of a popular action were moved at once, and thousands of builds printed their secrets. Only the full commit hash is fixed, and its own dependencies may float still.",
    statement: {
      source: "intruder in a tool vendor",
      prerequisites: "who can move a tag in {target}",
      action: "run code in {source} with the job's secrets",
      impact: "stolen secrets and changed artifacts",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Pin steps by full commit hash, let a bot propose updates, and forbid the rest by policy.",
        control: "pinned-dependencies",
      },
      { text: "Give each job only the secrets and token rights of its step." },
    ],
    sources: [
      "https://docs.github.com/en/actions/reference/security/secure-use",
      "https://owasp.org/www-project-top-10-ci-cd-security-risks/",
    ],
  },
  {
    id: "build-poisons-next-build",
    title: "A build leaves something behind in {element} for the next one",
    stride: "T",
    cwe: [653, 829],
    on: "element",
    when: { groups: ["build"], notGroups: ["keys", "deployment"], lacks: ["isolated-build"] },
    note: "A runner that lives on keeps what a job wrote: a changed compiler, a hook, a cached image. Shared caches cross the border between branches too, so an unreviewed branch can prepare the cache that the release build reads. The source is clean, the artifact is not.",
    statement: {
      source: "author of a branch nobody reviewed",
      prerequisites: "built on the same runner or with the same cache",
      action: "prepare a tool or cache entry that the release build uses",
      impact: "altered artifacts from reviewed source",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "A fresh machine for each job, and caches that release builds never read from other branches.",
        control: "isolated-build",
      },
      {
        text: "Use CodeBuild's fresh containers or just-in-time runners, one project for each level of trust.",
        control: "isolated-build",
        aws: true,
      },
    ],
    sources: [
      "https://slsa.dev/spec/v1.0/requirements",
      "https://csrc.nist.gov/pubs/sp/800/204/d/final",
    ],
  },
  {
    id: "tag-moves-after-test",
    title: "A tag in {element} points to other content than was tested",
    stride: "T",
    cwe: [367, 494],
    on: "element",
    when: { groups: ["artifacts"], lacks: ["immutable-storage", "signed-artifacts"] },
    note: "A tag is a name, the digest is the thing: between test and deployment, or between two nodes, the same tag can mean two images. ECR tags are mutable unless set otherwise, and the scan result stays with the old digest.",
    statement: {
      source: "holder of push rights",
      prerequisites: "on {element}",
      action: "move a tag after its content was tested and approved",
      impact: "untested code in production under an approved name",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Make tags immutable in ECR, and deploy by digest.",
        control: "immutable-storage",
        aws: true,
      },
      { text: "Sign the digest after the last check.", control: "signed-artifacts" },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
      "https://slsa.dev/spec/v1.0/threats",
    ],
  },
  {
    id: "artifact-runs-unsigned",
    title: "{target} runs what {source} hands over, whoever made it",
    stride: "T",
    cwe: [345, 494],
    capec: [439],
    on: "flow",
    when: {
      source: { groups: ["artifacts", "build", "deployment"], notGroups: ["orchestrator"] },
      target: { groups: ["container", "orchestrator", "function", "vm", "client"] },
      lacks: ["signed-artifacts", "admission-control", "integrity-check", "signed-updates"],
    },
    unless: [
      { target: { controls: ["admission-control", "signed-updates"] } },
      { source: { controls: ["signed-artifacts"] } },
    ],
    note: "The pipeline's checks protect the pipeline's way. Whoever may write to the registry, or call the deployment API, goes round it, and the running system cannot tell. A signature by the build, checked where code starts, ties the two ends together.",
    statement: {
      source: "intruder with write access to {source}",
      prerequisites: "and none to the source code",
      action: "put another artifact in place",
      impact: "hostile code in {target} without a trace in the repository",
      goals: ["integrity"],
    },
    mitigations: [
      {
        text: "Sign in the build with a key that only the build has, and verify at the start.",
        control: "signed-artifacts",
      },
      {
        text: "Use AWS Signer: Lambda's code signing configuration refuses unsigned packages when set to enforce.",
        control: "signed-artifacts",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html",
      "https://slsa.dev/spec/v1.0/threats",
    ],
  },
  {
    id: "artifact-origin-unknown",
    title: "Nobody can say from which commit and by whose order {target} got its artifact",
    stride: "R",
    cwe: [223, 345],
    on: "flow",
    when: {
      source: { groups: ["build"], lacks: ["build-provenance"] },
      target: { groups: ["artifacts", "deployment"], lacks: ["build-provenance"] },
      lacks: ["build-provenance"],
    },
    note: "Deployments run under the pipeline's role, so the trail names a robot. After an incident the questions are which commit, which builder, which approval; a build log that expired answers none. Provenance must be written by the build platform: what the build script writes, the attacker writes too.",
    statement: {
      source: "insider",
      prerequisites: "who can start a build from an unreviewed commit",
      action: "deliver it and deny having done so",
      impact: "a change in production without an author",
      goals: ["accountability", "integrity"],
    },
    mitigations: [
      {
        text: "Attach signed provenance (SLSA Build L2 or above) to each artifact and demand it at deployment.",
        control: "build-provenance",
      },
      { text: "Carry the approver's name as session tag into the deploy role.", aws: true },
    ],
    sources: ["https://slsa.dev/spec/v1.0/provenance", "https://slsa.dev/spec/v1.0/levels"],
  },
]);
