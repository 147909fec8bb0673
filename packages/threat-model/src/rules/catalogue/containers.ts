import { defineRules } from "../rule.ts";

/** Containers and what runs them. */
export const rules = defineRules([
  {
    id: "pod-takes-node-role",
    title: "A pod of {element} uses the rights of its node",
    stride: "E",
    cwe: [250, 653],
    weight: 3,
    on: "element",
    when: { technology: ["aws-eks"], lacks: ["workload-identity", "imdsv2"] },
    note: "Without an identity of its own, a pod asks the instance metadata and becomes the node: pulling all images and, with the CNI's policy on the node role, changing network interfaces. A pod identity beside it does not close that door; only the hop limit or a network policy does.",
    statement: {
      source: "intruder in one pod",
      prerequisites: "that can reach the metadata of its node",
      action: "take the node's role and act on the cluster and the account",
      impact: "rights that no pod was meant to have",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Give each service account an EKS Pod Identity with its own role.",
        control: "workload-identity",
        aws: true,
      },
      {
        text: "Require IMDSv2 with hop limit 1 on nodes, and move the CNI's policy to a service account.",
        control: "imdsv2",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html",
      "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    ],
  },
  {
    id: "container-escape",
    title: "An intruder breaks out of {element} onto its host",
    stride: "E",
    cwe: [653, 250],
    capec: [480],
    on: "element",
    when: {
      groups: ["container"],
      distance: { atMost: 2 },
      lacks: ["seccomp", "non-root", "sandboxed-parsing"],
    },
    note: "Containers share one kernel: a container is a process with a narrower view, and one kernel flaw or one careless mount ends the view. Root inside is root outside unless user namespaces are on. For code of strangers use a small virtual machine; a namespace is an arrangement of names.",
    statement: {
      source: "intruder in {element}",
      prerequisites: "with root inside and a kernel flaw or a host mount",
      action: "take over the host and every container on it",
      impact: "data and credentials of all workloads of the node",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Run as a numbered user without capabilities and privilege escalation: the restricted Pod Security Standard.",
        control: "non-root",
      },
      { text: "Use the runtime's default seccomp profile at least.", control: "seccomp" },
      {
        text: "Run untrusted code on Fargate or Lambda, where each task has a virtual machine of its own.",
        control: "sandboxed-parsing",
        aws: true,
      },
    ],
    sources: [
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
      "https://csrc.nist.gov/pubs/sp/800/190/final",
    ],
  },
  {
    id: "cluster-api-exposed",
    title: "The API of {target} answers to the internet",
    stride: "E",
    cwe: [668, 284],
    on: "flow",
    when: {
      source: { trust: { atMost: 50 } },
      target: { groups: ["orchestrator"], lacks: ["network-isolation", "network-policy"] },
      crosses: true,
    },
    note: "One stolen kubeconfig or pipeline token is enough when the API can be reached from anywhere. On EKS the endpoint is public unless switched off, and the cluster's creator stays administrator for ever unless access entries say otherwise. Reading secrets or creating pods amounts to being administrator.",
    statement: {
      source: "outsider",
      prerequisites: "with a leaked token or kubeconfig",
      action: "call the API of {target} from anywhere",
      impact: "control of all workloads",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Make the endpoint private, or limit publicAccessCidrs, and come in over a VPN or Session Manager.",
        control: "network-isolation",
        aws: true,
      },
      {
        text: "Replace static tokens by short-lived ones of the identity provider.",
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
      "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    ],
  },
  {
    id: "service-account-token-used",
    title: "A hijacked pod asks the API of {element} with the token it was given",
    stride: "E",
    cwe: [250, 1188],
    on: "element",
    when: {
      groups: ["orchestrator"],
      lacks: ["least-privilege", "function-authorization"],
    },
    note: "Kubernetes mounts a token into each pod unless told not to. Rights that look small are not: `create pods` reads every secret of the namespace by mounting it, `list secrets` returns their contents, and `escalate`, `bind` or `impersonate` are administration under another name.",
    statement: {
      source: "intruder in a pod",
      prerequisites: "with its mounted service account token",
      action: "create pods or list secrets in {element}",
      impact: "a step from one workload to the whole cluster",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Set automountServiceAccountToken: false, and a service account for each workload that needs the API.",
        control: "least-privilege",
      },
      {
        text: "Review roles for pods/create, secrets, escalate, bind, impersonate and wildcards in the pipeline.",
        control: "function-authorization",
      },
    ],
    sources: [
      "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
    ],
  },
  {
    id: "cluster-secrets-in-clear",
    title: "Secrets of {element} are read from its store or its backups",
    stride: "I",
    cwe: [312, 522],
    on: "element",
    when: {
      technology: ["kubernetes"],
      data: { kinds: ["credentials"] },
      lacks: ["secret-store", "encryption-at-rest", "customer-managed-key"],
    },
    note: "A Secret is base64, not encryption, and lies in etcd in clear unless an encryption provider is set up. Snapshots of etcd and manifests in git carry it further. Managed clusters encrypt it, EKS by default since version 1.28; against readers inside the cluster that changes nothing.",
    statement: {
      source: "reader of a backup or of etcd",
      prerequisites: "without any right in the cluster",
      action: "decode the secrets of {element}",
      impact: "credentials for databases and partners",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Encrypt secrets with a KMS provider.",
        control: "encryption-at-rest",
        aws: true,
      },
      {
        text: "Keep them in a secret store and mount them through the Secrets Store CSI driver.",
        control: "secret-store",
        aws: true,
      },
    ],
    sources: [
      "https://kubernetes.io/docs/concepts/configuration/secret/",
      "https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html",
    ],
  },
  {
    id: "pod-network-flat",
    title: "A hijacked pod reaches every other pod of {element}",
    stride: "E",
    cwe: [923, 653],
    on: "element",
    when: { groups: ["orchestrator"], lacks: ["network-policy"] },
    note: "Namespaces separate names, not traffic: by default every pod reaches every pod, and the metadata address too. A NetworkPolicy that the network plugin does not enforce is accepted and does nothing; on EKS enforcement has to be turned on in the VPC CNI. A test with a refused connection is the proof.",
    statement: {
      source: "intruder in the least guarded pod",
      prerequisites: "in a cluster without enforced policies",
      action: "connect to databases and internal interfaces of other teams",
      impact: "access to services that rely on not being reachable",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Deny by default in every namespace, allow by label, and test a refused connection in the pipeline.",
        control: "network-policy",
      },
      {
        text: "Turn on network policies in the VPC CNI, and security groups for pods in front of RDS.",
        control: "network-policy",
        aws: true,
      },
    ],
    sources: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
      "https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html",
    ],
  },
  {
    id: "image-not-verified",
    title: "{source} runs an image that nobody of ours built",
    stride: "T",
    cwe: [494, 347],
    on: "flow",
    when: {
      source: { groups: ["container", "orchestrator"], lacks: ["admission-control"] },
      target: { groups: ["artifacts"], lacks: ["admission-control"] },
      lacks: ["admission-control", "integrity-check"],
    },
    note: "Signing changes nothing until something refuses to run what is unsigned, and that something is the admission controller of each cluster. It must fail closed, cover init and ephemeral containers, and check who signed: a valid signature of anybody is worth nothing.",
    statement: {
      source: "intruder with push rights on {target}",
      prerequisites: "or a name that is close to a known image",
      action: "have {source} start a hostile image",
      impact: "hostile code with the workload's rights",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Verify signature and provenance at admission against the identity of the build, and deploy by digest.",
        control: "admission-control",
      },
      {
        text: "Sign with AWS Signer or ECR managed signing and verify in the cluster; pull public images through an ECR cache.",
        control: "admission-control",
        aws: true,
      },
    ],
    sources: [
      "https://slsa.dev/spec/v1.0/threats",
      "https://kubernetes.io/docs/concepts/security/supply-chain-security/",
    ],
  },
  {
    id: "host-socket-mounted",
    title: "{source} drives the host of {target} through a mounted socket",
    stride: "E",
    cwe: [250, 269],
    capec: [480],
    weight: 3,
    on: "flow",
    when: {
      source: { groups: ["container", "build", "monitoring"] },
      target: { groups: ["orchestrator", "vm", "container"] },
      protocol: ["ipc", "file"],
      lacks: ["least-privilege", "sandboxed-parsing"],
    },
    note: "Whoever may speak to the container runtime's socket starts a privileged container with the host's disk in it: access to the socket is root. Mounting it read-only protects the file, not the API behind it. Log agents and build jobs are where it is found.",
    statement: {
      source: "intruder in {source}",
      prerequisites: "with the runtime's socket or a host path mounted",
      action: "start a privileged container on the host",
      impact: "root on the node",
      goals: ["integrity", "confidentiality"],
    },
    mitigations: [
      {
        text: "Build images without a daemon (rootless BuildKit, or CodeBuild outside of the cluster).",
        control: "least-privilege",
      },
      {
        text: "Refuse hostPath and socket mounts at admission, with few named exceptions.",
        control: "least-privilege",
      },
    ],
    sources: [
      "https://docs.docker.com/engine/security/protect-access/",
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
    ],
  },
]);
