import { actions, Kbd } from "@loopwright/ui";
import { useState } from "react";
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from "react-aria-components";

import styles from "./palette.module.css";
import { usePaletteGroups, type PaletteItem } from "./use-palette-groups.ts";

/** Find: everything that can be done here, every track, page and drill. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { contains } = useFilter({ sensitivity: "base" });
  const [typed, setTyped] = useState("");
  const groups = usePaletteGroups(typed.trim());
  const choose = (run: () => void) => {
    onClose();
    run();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.overlay ?? ""}
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog aria-label="Find" className={styles.dialog ?? ""}>
          <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus, and this is its first field */}
            <SearchField aria-label="Find an action, a track or a drill" autoFocus>
              <Input
                className={styles.input ?? ""}
                placeholder="Find an action, a track or a drill"
              />
            </SearchField>
            <Menu
              className={styles.list ?? ""}
              items={groups}
              aria-label="Found"
              renderEmptyState={() => <p className={styles.none}>Nothing has these words.</p>}
            >
              {({ title, items }) => (
                <MenuSection id={title}>
                  <Header className={styles.heading}>{title}</Header>
                  <Collection items={items}>
                    {(item) => <Item item={item} onChoose={choose} />}
                  </Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Item({ item, onChoose }: { item: PaletteItem; onChoose: (run: () => void) => void }) {
  const { title, aside, keys, run } = item;
  return (
    <MenuItem
      className={styles.item ?? ""}
      textValue={`${title} ${aside ?? ""}`}
      onAction={() => onChoose(run ?? (() => actions.run(item.id)))}
    >
      <span>{title}</span>
      {aside && <span className={styles.aside}>{aside}</span>}
      {keys && (
        <span aria-hidden="true">
          <Kbd keys={keys} />
        </span>
      )}
    </MenuItem>
  );
}
