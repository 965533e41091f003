import { createContext, useContext } from "react";
import { localZone } from "@/time/zone";

/** The zone the desk lives in. Every time on the pages is the desk's; the reader's own stands in tooltips. */
export const DeskZone = createContext(localZone);

export const useDeskZone = () => useContext(DeskZone);
