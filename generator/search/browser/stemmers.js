import { ArabicStemmer } from "./snowball/arabic.js";
import { ArmenianStemmer } from "./snowball/armenian.js";
import { BasqueStemmer } from "./snowball/basque.js";
import { CatalanStemmer } from "./snowball/catalan.js";
import { DanishStemmer } from "./snowball/danish.js";
import { DutchStemmer } from "./snowball/dutch.js";
import { EnglishStemmer } from "./snowball/english.js";
import { EstonianStemmer } from "./snowball/estonian.js";
import { FinnishStemmer } from "./snowball/finnish.js";
import { FrenchStemmer } from "./snowball/french.js";
import { GermanStemmer } from "./snowball/german.js";
import { GreekStemmer } from "./snowball/greek.js";
import { HungarianStemmer } from "./snowball/hungarian.js";
import { IndonesianStemmer } from "./snowball/indonesian.js";
import { IrishStemmer } from "./snowball/irish.js";
import { ItalianStemmer } from "./snowball/italian.js";
import { LithuanianStemmer } from "./snowball/lithuanian.js";
import { NorwegianStemmer } from "./snowball/norwegian.js";
import { PortugueseStemmer } from "./snowball/portuguese.js";
import { RomanianStemmer } from "./snowball/romanian.js";
import { RussianStemmer } from "./snowball/russian.js";
import { SpanishStemmer } from "./snowball/spanish.js";
import { SwedishStemmer } from "./snowball/swedish.js";
import { TurkishStemmer } from "./snowball/turkish.js";

/** Snowball's stemmers by the names that a manifest has. */
export const STEMMERS = {
  arabic: ArabicStemmer,
  armenian: ArmenianStemmer,
  basque: BasqueStemmer,
  catalan: CatalanStemmer,
  danish: DanishStemmer,
  dutch: DutchStemmer,
  english: EnglishStemmer,
  estonian: EstonianStemmer,
  finnish: FinnishStemmer,
  french: FrenchStemmer,
  german: GermanStemmer,
  greek: GreekStemmer,
  hungarian: HungarianStemmer,
  indonesian: IndonesianStemmer,
  irish: IrishStemmer,
  italian: ItalianStemmer,
  lithuanian: LithuanianStemmer,
  norwegian: NorwegianStemmer,
  portuguese: PortugueseStemmer,
  romanian: RomanianStemmer,
  russian: RussianStemmer,
  spanish: SpanishStemmer,
  swedish: SwedishStemmer,
  turkish: TurkishStemmer,
};
