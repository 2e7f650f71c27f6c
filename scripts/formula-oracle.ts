/** `npm run oracle:formulas` has LibreOffice compute the formulas of src/sheet/formula/oracle/cases.yaml and keeps the values. */
import { inWorkshop } from '../src/build/workshop.ts';
import { recordCases } from '../src/sheet/formula/oracle/record.ts';
import { programsByZx } from './programs.ts';

const recorded = await inWorkshop(await programsByZx(), recordCases);
process.stdout.write(`${recorded} formulas recorded\n`);
