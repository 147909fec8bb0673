/** Words that hold a sentence together and say nothing by themselves. Own list. */
export const functionWords: ReadonlySet<string> = new Set(
  `a about above after again against all almost along already also although always am among an and any
  anybody anyone anything are aren't around as at away back be became because become been before behind
  being below between beyond both but by came can can't cannot come could couldn't did didn't do does
  doesn't doing don't done down during each either else enough even ever every everybody everyone
  everything few first for from further get gets getting give given go goes going gone got had hadn't
  has hasn't have haven't having he he's her here hers herself him himself his how however i i'd i'll
  i'm i've if in instead into is isn't it it's its itself just keep kind last later least less let
  let's like lot made make makes making many may maybe me might mine more most much must my myself near
  need needs neither never next no nobody none nor not nothing now of off often on once one only onto or
  other others otherwise ought our ours ourselves out over own per perhaps put quite rather really said
  same say says see should shouldn't since so some somebody someone something sometimes soon still such
  take takes taken than that that's the their theirs them themselves then there there's therefore these
  they they'd they'll they're they've thing things this those though through thus till to together too
  toward towards under until up upon us use used uses using very want wants was wasn't way we we'd we'll
  we're we've well went were weren't what what's whatever when where whereas whether which while who
  whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've
  your yours yourself yourselves`.split(/\s+/),
);
