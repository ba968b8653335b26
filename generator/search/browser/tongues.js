import { STEMMERS } from "./stemmers.js";

/** The stemmers that stemmers.js lacks where modules are joined: those of an archive's others. */
export const TONGUES = STEMMERS;
