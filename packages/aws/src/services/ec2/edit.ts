import type { Ec2Network, Ec2State } from "./state.ts";

type Lists = {
  [K in keyof Ec2Network as Ec2Network[K] extends { id: string }[] ? K : never]: Ec2Network[K];
};
type Item<K extends keyof Lists> = Lists[K][number];

/** Every change makes another network, since what is compiled from one is kept for as long as it lives. */
const put = <K extends keyof Lists>(state: Ec2State, list: K, items: readonly Item<K>[]): void => {
  state.network = { ...state.network, [list]: items };
};

export const add = <K extends keyof Lists>(state: Ec2State, list: K, item: Item<K>): void =>
  put(state, list, [...(state.network[list] as Item<K>[]), item]);

export const remove = (state: Ec2State, list: keyof Lists, id: string): void =>
  put(
    state,
    list,
    state.network[list].filter((one) => one.id !== id),
  );

export const change = <K extends keyof Lists>(
  state: Ec2State,
  list: K,
  { id, to }: { id: string; to: (one: Item<K>) => Item<K> },
): void =>
  put(
    state,
    list,
    (state.network[list] as Item<K>[]).map((one) => (one.id === id ? to(one) : one)),
  );
