/**
 * Words that opt out, in each language of the app. “Stop promotions” and its like are what WhatsApp Manager writes on the
 * opt-out button of a marketing template, in the language of the template: a tap arrives as that text.
 */
const OPT_OUT: Readonly<Record<string, readonly string[]>> = {
  en: ['STOP', 'UNSUBSCRIBE', 'OPT OUT', 'Stop promotions'],
  'pt-BR': ['PARAR', 'DESCADASTRAR', 'CANCELAR INSCRIÇÃO', 'Parar promoções'],
  es: ['BAJA', 'DARME DE BAJA', 'DARSE DE BAJA', 'DETENER', 'Detener promociones'],
  de: ['STOPP', 'ABMELDEN', 'ABBESTELLEN', 'AUSTRAGEN', 'Werbung stoppen'],
  fr: ['ARRÊT', 'ARRÊTER', 'DÉSABONNER', 'SE DÉSABONNER', 'ME DÉSABONNER', 'ME DÉSINSCRIRE', 'Arrêter les promotions'],
  it: ['FERMA', 'CANCELLAMI', 'DISISCRIVIMI', 'DISISCRIZIONE', 'ANNULLA ISCRIZIONE', 'Interrompi promozioni'],
  nl: ['AFMELDEN', 'UITSCHRIJVEN', 'STOPPEN', 'Promoties stoppen'],
  tr: ['DUR', 'DURDUR', 'RET', 'ABONELİKTEN ÇIK', 'MESAJ İSTEMİYORUM'],
  ru: ['СТОП', 'ОТПИСАТЬСЯ', 'ОТПИСКА', 'ОТПИШИТЕ МЕНЯ', 'НЕ ПИШИТЕ МНЕ'],
  ar: ['إيقاف', 'أوقف', 'توقف', 'قف', 'إلغاء الاشتراك'],
  hi: ['रोकें', 'रोको', 'बंद करें', 'बंद करो', 'BAND KARO', 'सदस्यता समाप्त करें'],
  id: ['BERHENTI', 'BERHENTI BERLANGGANAN', 'HENTIKAN', 'UNREG'],
};

/** Words that opt in again. Customers are asked to write START. */
const OPT_IN = [
  'START',
  'UNSTOP',
  'INICIAR',
  'COMEÇAR',
  'COMENZAR',
  'DARME DE ALTA',
  'ME RÉABONNER',
  'ISCRIVIMI',
  'НАЧАТЬ',
  'СТАРТ',
  'BAŞLAT',
  'BAŞLA',
  'MULAI',
  'BERLANGGANAN',
  'ابدأ',
  'शुरू करें',
  'शुरू करो',
];

/** The word that always brings messages back, however the list is edited: every confirmation names it. */
const ALWAYS_IN = 'START';

/** The default of the setting: all languages in one list. */
export const DEFAULT_OPT_OUT_WORDS = Object.values(OPT_OUT).flat().join(', ');

/** The default of the setting. */
export const DEFAULT_OPT_IN_WORDS = OPT_IN.join(', ');

/** The meaning of a customer's words: opt out, or opt in again. */
export type ConsentWish = 'out' | 'in';

/** Words of a setting, by commas (the Arabic one too), semicolons or lines, as they are compared. */
export function readConsentWords(list: string): string[] {
  return list
    .split(/[,،;\n]/u)
    .map(bare)
    .filter((word) => word !== '');
}

/**
 * What a message says when it is exactly one of the words, whatever its capitals, accents and the punctuation around it.
 *
 * @returns undefined for every other message: a sentence that has such a word in it is no wish
 */
export function readConsentWish(
  text: string,
  { outWords, inWords }: { outWords: readonly string[]; inWords: readonly string[] },
): ConsentWish | undefined {
  const said = bare(text);
  if (said === '') {
    return undefined;
  }
  if (said === bare(ALWAYS_IN) || inWords.includes(said)) {
    return 'in';
  }
  return outWords.includes(said) ? 'out' : undefined;
}

/** The number of characters that are looked at. No word is longer. */
const LONGEST = 100;

/**
 * A word without capitals, accents of Latin and Arabic letters, and what stands around it. Signs of Indic vowels stay:
 * they are letters there. The Turkish dotless ı counts as i, because phones write now one, now the other.
 */
function bare(text: string): string {
  return (
    text
      .slice(0, LONGEST)
      .normalize('NFKD')
      .replace(/[\u0300-\u036f\u064b-\u0655]/gu, '')
      .toLowerCase()
      .replace(/ı/gu, 'i')
      // eslint-disable-next-line regexp/no-super-linear-move -- the text was cut to LONGEST above
      .replace(/^[\p{P}\p{S}\p{Z}\p{C}]+|[\p{P}\p{S}\p{Z}\p{C}]+$/gu, '')
      .replace(/\s+/gu, ' ')
  );
}
