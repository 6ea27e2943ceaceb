import type { LintRule } from './LintRule';
import { blockNotDrawn } from './rules/blockNotDrawn';
import { brokenLinks } from './rules/brokenLinks';
import { checkboxLosesValues } from './rules/checkboxLosesValues';
import { duplicateIds } from './rules/duplicateIds';
import { elementNotDrawn } from './rules/elementNotDrawn';
import { foldedActions } from './rules/foldedActions';
import { imageWithoutAlt } from './rules/imageWithoutAlt';
import { initialValueShape } from './rules/initialValueShape';
import { inputInMessage } from './rules/inputInMessage';
import { messageTextHidden } from './rules/messageTextHidden';
import { missingAppId } from './rules/missingAppId';
import { missingIds } from './rules/missingIds';
import { optionValues } from './rules/optionValues';
import { previewTitleLost } from './rules/previewTitleLost';
import { propertyNotRead } from './rules/propertyNotRead';
import { selectIncomplete } from './rules/selectIncomplete';
import { textObjects } from './rules/textObjects';
import { toggleWithoutInitialOptions } from './rules/toggleWithoutInitialOptions';

/** Every rule of the linter. */
export const lintRules: readonly LintRule[] = [
  blockNotDrawn,
  brokenLinks,
  checkboxLosesValues,
  duplicateIds,
  elementNotDrawn,
  foldedActions,
  imageWithoutAlt,
  initialValueShape,
  inputInMessage,
  messageTextHidden,
  missingAppId,
  missingIds,
  optionValues,
  previewTitleLost,
  propertyNotRead,
  selectIncomplete,
  textObjects,
  toggleWithoutInitialOptions,
];
