import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { AppError } from '../../src/handlers/core/errors/AppError';
import { errorCodeRanges, errorCodes } from '../../src/handlers/core/errors/errorCodes';
import type { ErrorAdvice } from '../../src/handlers/core/errors/AppError';
import { remedyOf } from '../../src/handlers/core/errors/remedies';
import type { Remedy } from '../../src/handlers/core/errors/remedies';
import { nextStep } from '../../src/handlers/outbound/delivery/nextStep';
import { settingDefinitions } from '../../src/handlers/core/settings/settings';
import app from '../../src/locales/en/app.json';
import delivery from '../../src/locales/en/delivery.json';
import errors from '../../src/locales/en/errors.json';
import templates from '../../src/locales/en/templates.json';
import warnings from '../../src/locales/en/warnings.json';
import { drawActions } from './drawActions';
import { drawTable } from './drawTable';

/** The texts of a locale, or of a part of one, by their keys. */
type Texts = Readonly<Record<string, string>>;

/** Longer defaults are cut: a list of words in twelve languages tells nothing in a table. */
const LONGEST_DEFAULT = 60;

const appTexts: Texts = app;
const errorTexts: Texts = errors;
const warningTexts: Texts = warnings;

/** The parts of the guides that are drawn from the code, by the name that stands in their markers. */
export const generatedParts: Readonly<Record<string, () => string>> = {
  settings: drawSettings,
  warnings: drawWarnings,
  failures: drawFailures,
  actions: drawActions,
};

function drawSettings(): string {
  const sections = [...new Set(settingDefinitions.map(({ section }) => section ?? ''))];
  return sections
    .map((section) => {
      const rows = settingDefinitions
        .filter((setting) => setting.section === section)
        .map((setting) => [
          `**${textOf(appTexts, setting.i18nLabel)}**<br>\`${setting.id}\``,
          defaultOf(setting),
          `${textOf(appTexts, setting.i18nDescription ?? '')}${choicesOf(setting)}`,
        ]);
      return `### ${textOf(appTexts, section)}\n\n${drawTable(['setting', 'default', 'what it does'], rows)}`;
    })
    .join('\n\n');
}

function defaultOf({ type, packageValue, values }: ISetting): string {
  if (type === SettingType.BOOLEAN) return packageValue === true ? 'on' : 'off';
  const chosen = values?.find(({ key }) => key === packageValue);
  if (chosen) return textOf(appTexts, chosen.i18nLabel);
  const text = String(packageValue);
  if (text === '') return 'empty';
  return text.length > LONGEST_DEFAULT ? `${text.slice(0, text.lastIndexOf(',', LONGEST_DEFAULT))} …` : text;
}

function choicesOf({ values }: ISetting): string {
  if (!values) return '';
  return ` Choices: ${values.map(({ i18nLabel }) => `“${textOf(appTexts, i18nLabel)}”`).join(', ')}.`;
}

function drawWarnings(): string {
  const texts = Object.entries(warningTexts).filter(([key]) => !NO_WARNINGS.includes(key));
  return texts.map(([, text]) => `- ${plain(text)}`).join('\n');
}

/** Parts of other sentences. */
const NO_WARNINGS: readonly string[] = ['withReason', 'templateUnnamed'];

function drawFailures(): string {
  const byText = new Map<string, { codes: string[]; isRetried: boolean; button: string }>();
  const note = (code: string, advice: ErrorAdvice) => {
    const name = advice.key.replace(/^errors:/, '');
    const { codes } = byText.get(name) ?? { codes: [] };
    const error = new AppError(advice);
    const isRetried = nextStep(error, {}).do === 'wait';
    byText.set(name, { codes: [...codes, code], isRetried, button: buttonFor(error) });
  };
  for (const [code, advice] of Object.entries(errorCodes)) note(code, advice);
  for (const [first, last, advice] of errorCodeRanges) note(first === last ? `${first}` : `${first}–${last}`, advice);
  const rows = [...byText].map(([name, { codes, isRetried, button }]) => [
    plain(textOf(errorTexts, name)),
    codes.join(', '),
    isRetried ? 'yes' : 'no',
    button,
  ]);
  return drawTable(['what the card says', 'codes of WhatsApp', 'tried again by itself', 'button'], rows);
}

const BUTTONS = {
  'send-again': `**${delivery.sendAgain}**`,
  'keep-message': `**${templates.formTitle}**, **${delivery.sendWhenAnswered}**`,
  'open-templates': `**${templates.formTitle}**`,
  'refresh-list': `**${templates.refresh}**`,
  none: 'none',
} as const satisfies Record<Remedy, string>;

/** The button on the card of an agent's message. */
function buttonFor(error: AppError): string {
  return BUTTONS[remedyOf(error, 'message')];
}

/** A text of the locales as a guide shows it: “…” for what is filled in, no marks of bold. */
function plain(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, '…').replaceAll('**', '');
}

function textOf(texts: Texts, key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`the English locale has no text for ${key}`);
  return text;
}
