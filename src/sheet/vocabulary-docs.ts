/** The workbook vocabulary in words, for the documentation of templates. */

import { writtenFunctions } from './formula/functions.ts';
import { elementSpec, vocabulary } from './read/vocabulary.ts';
import { defaultColors, defaultStyles } from './style/defaults.ts';
import { numberFormats } from './style/formats.ts';

interface AttributeDoc {
  readonly name: string;
  readonly values: string;
  readonly required: boolean;
  readonly meaning: string;
}

interface ElementDoc {
  readonly name: string;
  readonly meaning: string;
  readonly children: readonly string[];
  readonly text: boolean;
  readonly attributes: readonly AttributeDoc[];
}

interface NamedDoc {
  readonly name: string;
  readonly meaning: string;
}

export interface VocabularyDocs {
  readonly elements: readonly ElementDoc[];
  readonly functions: readonly NamedDoc[];
  readonly styles: readonly NamedDoc[];
  readonly colors: readonly NamedDoc[];
  readonly formats: readonly NamedDoc[];
}

/** Everything a designer can write in a workbook template, in the order of the tables that define it. */
export function vocabularyDocs(): VocabularyDocs {
  return {
    elements: Object.keys(vocabulary).map(elementDoc),
    functions: Object.entries(writtenFunctions).map(([name, { usage, meaning }]) => ({
      name: `${name}(${usage})`,
      meaning,
    })),
    styles: Object.entries(defaultStyles((name) => defaultColors[name]!)).map(([name, { meaning }]) => ({
      name,
      meaning,
    })),
    colors: Object.entries(defaultColors).map(([name, value]) => ({ name, meaning: value })),
    formats: Object.entries(numberFormats).map(([name, { code, meaning }]) => ({
      name,
      meaning: `${code}: ${meaning}`,
    })),
  };
}

function elementDoc(name: string): ElementDoc {
  const { meaning, children, text, attributes } = elementSpec(name)!;
  return {
    name,
    meaning,
    children,
    text,
    attributes: Object.entries(attributes).map(([attribute, spec]) => ({
      name: attribute,
      values: spec.type.name,
      required: spec.required,
      meaning: spec.meaning,
    })),
  };
}
