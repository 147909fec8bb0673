import { Button, type ButtonProps } from "../button.tsx";
import { actions } from "./registry.ts";
import { useOfferedActions } from "./use-actions.ts";

type ActionButtonProps = Pick<ButtonProps, "look" | "small" | "icon"> & {
  /** The first of these that is offered right now is drawn; none, nothing. */
  ids: readonly string[];
};

/** The button of a registered action: its title and key come from there. */
export function ActionButton({ ids, ...look }: ActionButtonProps) {
  const offered = useOfferedActions();
  const found = ids
    .map((id) => offered.findLast((one) => one.id === id))
    .find((one) => one !== undefined);
  if (!found) return null;
  return (
    <Button
      {...look}
      {...(found.keys !== undefined && { keys: found.keys })}
      onClick={() => actions.run(found.id)}
    >
      {found.title}
    </Button>
  );
}
