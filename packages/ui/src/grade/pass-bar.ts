import { defaultBar, type PassBar } from "@loopwright/core/score";
import { createContext, use } from "react";

/** The bar of the kind at hand; the shell provides it, so that no workspace has to pass it on. */
export const PassBarContext = createContext<PassBar>(defaultBar);

export const usePassBar = (): PassBar => use(PassBarContext);

export { barWords } from "@loopwright/core/score";
