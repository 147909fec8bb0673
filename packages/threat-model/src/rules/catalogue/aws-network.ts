import { defineRules } from "../rule.ts";

/** Edges, names and private paths on AWS. */
export const rules = defineRules([
  {
    id: "bucket-behind-cdn-reachable",
    title: "{target} is read past {source}",
    stride: "I",
    cwe: [288, 420],
    on: "flow",
    when: {
      source: { technology: ["aws-cloudfront"] },
      target: { technology: ["aws-s3"], lacks: ["origin-access-control", "block-public-access"] },
      lacks: ["origin-access-control"],
    },
    note: "Signed cookies, geographic rules and WAF are checked at the edge alone; the bucket's own address knows none of them. A website endpoint as origin cannot have origin access control at all: it is plain HTTP and public by design. Naming the CloudFront service without aws:SourceArn lets in every customer's distribution.",
    statement: {
      source: "visitor",
      prerequisites: "who knows the name of the bucket behind {source}",
      action: "fetch objects from {target} directly",
      impact: "access to {data} without the checks of the edge",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Use origin access control, and allow cloudfront.amazonaws.com only with this distribution as aws:SourceArn.",
        control: "origin-access-control",
        aws: true,
      },
      {
        text: "Keep Block Public Access on; replace the website endpoint by the REST endpoint and a CloudFront function.",
        control: "block-public-access",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
    ],
  },
  {
    id: "origin-behind-cdn-reachable",
    title: "Attackers go to {target} directly, past {source}",
    stride: "D",
    cwe: [288, 420],
    on: "flow",
    when: {
      source: { groups: ["cdn"] },
      target: {
        groups: ["load-balancer", "gateway", "vm", "api", "web-app", "function"],
        lacks: ["origin-access-control", "network-isolation", "network-policy"],
      },
      authentication: ["none", "unknown", "network"],
      lacks: ["origin-access-control", "network-isolation"],
    },
    note: "Certificate logs and old DNS records give the origin away within hours, and there neither WAF nor the edge's rate limits stand in the way. A security group with CloudFront's prefix list stops scanners but not an attacker who points another distribution at this origin.",
    statement: {
      source: "attacker",
      prerequisites: "who found the address of {target} in certificate logs",
      action: "flood or probe it without passing {source}",
      impact: "an outage that the paid protection never sees",
      goals: ["availability"],
    },
    mitigations: [
      {
        text: "Put the load balancer into private subnets and reach it through CloudFront VPC origins.",
        control: "network-isolation",
        aws: true,
      },
      {
        text: "Where the origin must be public, check a secret header that CloudFront adds, beside the prefix list, and rotate it.",
        control: "origin-access-control",
        aws: true,
      },
      {
        text: "Disable the default execute-api endpoint of API Gateway; use a custom domain and a WAF on the stage.",
        control: "origin-access-control",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html",
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
    ],
  },
  {
    id: "subdomain-taken-over",
    title: "A name in {source} leads to what is somebody else's now",
    stride: "S",
    cwe: [672],
    on: "flow",
    when: {
      source: { groups: ["dns"], lacks: ["dangling-record-check"] },
      target: {
        groups: ["object-storage", "cdn", "third-party", "vm", "load-balancer", "web-app"],
      },
      lacks: ["dangling-record-check"],
    },
    note: "The record outlives the bucket, the elastic address or the vendor's tenant that it names, and anyone can register that name next. The page then stands on our domain: it gets cookies of the parent domain, a valid certificate, and passes as a trusted origin in CORS and OAuth redirects.",
    statement: {
      source: "outsider",
      prerequisites: "who watches for records that lead nowhere",
      action: "register the freed resource and serve a page under the company's name",
      impact: "stolen sessions and credible phishing of customers",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Delete the record before the resource, in the same change, and compare all records with live resources daily.",
        control: "dangling-record-check",
      },
      {
        text: "Prefer alias records to resources in the own account; hold elastic addresses until their records are gone.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html",
      "https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover",
    ],
  },
  {
    id: "endpoint-carries-data-out",
    title: "A hijacked host sends data out through {element}",
    stride: "I",
    cwe: [923],
    on: "element",
    when: {
      technology: ["aws-privatelink"],
      incoming: { source: { type: ["process"] } },
      lacks: ["endpoint-policy", "org-condition"],
    },
    note: "A subnet without internet is not sealed once it has an S3 endpoint: that endpoint leads to every bucket in the region, also the attacker's, with the attacker's credentials. Its default policy allows all. Flow logs show traffic to S3, as on every other day.",
    statement: {
      source: "intruder on a host without internet access",
      prerequisites: "with credentials of another account",
      action: "write what is found there into a bucket of that account through {element}",
      impact: "theft of {data} on a path that counts as private",
      goals: ["confidentiality"],
    },
    mitigations: [
      {
        text: "Set an endpoint policy that allows only aws:ResourceOrgID and aws:PrincipalOrgID of this organisation, with AWS-owned buckets by name.",
        control: "endpoint-policy",
        aws: true,
      },
      {
        text: "Add a resource control policy, so that own buckets refuse foreign principals as well.",
        control: "org-condition",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
      "https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/building-a-data-perimeter-on-aws.html",
    ],
  },
  {
    id: "endpoint-service-unknown-caller",
    title: "{target} cannot tell which customer {source} is",
    stride: "S",
    cwe: [290],
    on: "flow",
    when: {
      crosses: true,
      source: { notGroups: ["human"] },
      target: { technology: ["aws-privatelink"] },
      authentication: ["none", "unknown", "network"],
      lacks: ["mutual-authentication"],
    },
    note: "A private connection says that somebody was let in once, not who sends this request: behind PrivateLink the provider sees addresses of its own load balancer. The endpoint's id arrives only with proxy protocol v2, and only if the service reads it.",
    statement: {
      source: "consumer account",
      prerequisites: "with an accepted connection to {target}",
      action: "name another customer in its requests",
      impact: "actions and data of one customer in the hands of another",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Authenticate each request (mTLS, SigV4 through VPC Lattice); let the network be the second line.",
        control: "mutual-authentication",
      },
      {
        text: "Name allowed principals on the endpoint service, require acceptance, and read the endpoint id from proxy protocol v2.",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html"],
  },
  {
    id: "transit-joins-all",
    title: "An intruder moves from one network to all others over {element}",
    stride: "E",
    cwe: [653, 923],
    on: "element",
    when: { technology: ["aws-transit-gateway"], lacks: ["network-policy"] },
    note: "By default each attachment joins one route table and announces itself there, so test, office and payment networks reach each other on the day that they are attached. An acquired company's network brings its intruders along. Peering is not transitive; a transit gateway is.",
    statement: {
      source: "intruder in the least guarded network",
      prerequisites: "attached to {element}",
      action: "reach hosts in networks that have no business with it",
      impact: "a small breach that becomes one of the whole company",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Turn off default association and propagation; keep one route table for each trust domain.",
        control: "network-policy",
        aws: true,
      },
      {
        text: "Lead traffic between domains through an inspection VPC with Network Firewall and rules by name.",
        control: "network-policy",
        aws: true,
      },
    ],
    sources: ["https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html"],
  },
  {
    id: "balancer-identity-header",
    title: "{target} believes an identity that {source} never checked",
    stride: "S",
    cwe: [290, 345],
    on: "flow",
    when: {
      source: {
        technology: ["aws-alb"],
        incoming: { authentication: ["session", "token"] },
      },
      target: { lacks: ["token-validation"] },
      authentication: ["none", "network"],
      lacks: ["token-validation"],
    },
    note: "The load balancer signs x-amzn-oidc-data with keys that all load balancers of a region use alike: a valid signature is not enough, an attacker's own load balancer makes one. The signer field must hold this balancer's ARN, and the target must take connections from nowhere else.",
    statement: {
      source: "outsider",
      prerequisites: "who reaches {target} and owns a load balancer in the region",
      action: "send an identity header that passes the signature check",
      impact: "sign-in as any customer",
      goals: ["confidentiality", "integrity"],
    },
    mitigations: [
      {
        text: "Verify signature, signer, issuer and expiry of x-amzn-oidc-data in the target.",
        control: "token-validation",
        aws: true,
      },
      {
        text: "Allow the target's port for the security group of this load balancer only.",
        aws: true,
      },
    ],
    sources: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
    ],
  },
]);
