const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Participles that describe a person: never a passive here, whoever follows "by". */
export const feelings = words(
  `interested tired excited worried concerned pleased satisfied delighted surprised amazed astonished
  confused scared frightened embarrassed disappointed annoyed frustrated bored thrilled relieved
  ashamed convinced motivated determined committed dedicated experienced qualified skilled talented
  educated married divorced retired supposed inclined prepared accustomed acquainted opposed devoted
  relaxed stressed overwhelmed impressed inspired alarmed`,
);

/** Participles that mostly name a property: a passive only where an agent with "by" follows. */
export const properties = words(
  `related based located limited complicated advanced detailed sophisticated involved associated
  outdated dated biased crowded gone finished stuck known armed nested skewed oriented mistaken bound
  loaded mixed complicated integrated centralised centralized decentralised decentralized aligned
  balanced`,
);

/** States in the present ("is closed"), events in the past ("was closed"): only the latter count. */
export const statesInPresent = words(
  `closed broken hidden isolated shared distributed connected disconnected automated managed needed
  required lost shut split set done left spread cut`,
);

/** After "get": states one comes into. */
export const comesInto = words(
  `started married rid involved dressed used stuck tired lost worried interested excited bored
  confused acquainted prepared settled organised organized frustrated`,
);
