/** The data tables that workbooks can be bound to, with their fields; a test compares them with the model. */
interface TableDoc {
  readonly meaning: string;
  readonly fields: string;
}

export const workbookTables: Readonly<Record<string, TableDoc>> = {
  facts: {
    meaning: 'every claim of every figure, then the facts of the lists',
    fields:
      'key figure label group basis claim value unit text bound verbatim as_of as_of_earliest as_of_latest status population source source_title locator also price_year printed decision notes note',
  },
  figures: {
    meaning: 'every figure with its main claim',
    fields: 'id label group value unit text as_of source source_title notes decision printed',
  },
  areas: {
    meaning: 'the printed claims on areas, in square kilometres beside what was published',
    fields: 'figure name basis km2 value unit text as_of status source source_title notes',
  },
  series: {
    meaning: 'claims of figures that were published for several years, year by year',
    fields: 'figure label group basis year value unit text as_of status population source notes',
  },
  trends: {
    meaning: 'first and last value of figures whose values of several years can be compared, in one unit',
    fields: 'figure label unit from_year from to_year to notes',
  },
  points: {
    meaning:
      'the values of several years that can be compared: of whole years or of days, of one status, in one unit',
    fields: 'figure label as_of value unit source',
  },
  balance: {
    meaning: 'figures that the park file declares a part of another one, in the unit of the whole',
    fields: 'part whole part_value whole_value unit part_as_of whole_as_of notes',
  },
  groups: { meaning: 'the groups of figures', fields: 'group' },
  sub_parks: { meaning: 'parks within the park', fields: 'number name name_other source note' },
  access: {
    meaning: 'how to get there',
    fields: 'to kind mode distance_km along time_min words verbatim as_of source note',
  },
  infrastructure: {
    meaning: 'facilities',
    fields: 'name status voltage_kv capacity unit load load_unit as_of source note',
  },
  enterprises: { meaning: 'enterprises by name', fields: 'name name_other flagship as_of source note' },
  enterprise_figures: {
    meaning: 'claims on numbers of enterprises',
    fields: 'label value unit text as_of status population source',
  },
  projects: {
    meaning: 'claims on projects and investment',
    fields: 'label value unit text as_of status population source',
  },
  named_projects: {
    meaning: 'projects by name',
    fields: 'name name_other investor investment unit stage as_of source note',
  },
  honours: { meaning: 'titles', fields: 'name name_other body as_of source note' },
  sources: { meaning: 'the sources', fields: 'number id title publisher published address note' },
  notes: {
    meaning: 'notes on contradictions',
    fields: 'number letter title text figures rule acknowledged_by acknowledged_on acknowledged_until',
  },
  checks: {
    meaning: 'what the checks said, findings first',
    fields:
      'rule title severity outcome message values figures suggestion note acknowledged_by acknowledged_on acknowledged_until',
  },
  statuses: { meaning: 'the words for the status of a claim', fields: 'code label label_other' },
  bounds: { meaning: 'the words for what a source says of an amount', fields: 'code label label_other' },
  units: { meaning: 'the units, with how they may be written', fields: 'code label label_other names' },
};

/** Those of workbooks of all parks; `parks` has fields of every figure besides. */
export const comparisonTableDocs: Readonly<Record<string, TableDoc>> = {
  parks: { meaning: 'one row for each park', fields: 'id name name_other short province city district' },
  facts: {
    meaning: 'every claim of every park, in one unit beside its own',
    fields:
      'key park figure label basis common common_unit value unit text bound verbatim as_of as_of_earliest as_of_latest status population main source source_title note',
  },
  findings: {
    meaning: 'what the checks found in every park',
    fields: 'park rule title severity outcome message values',
  },
  sources: { meaning: 'the sources', fields: 'number id title publisher published address note' },
};
