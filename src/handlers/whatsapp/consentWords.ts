/**
 * Words that opt out, in each language of the app. “Stop promotions” and its translations are WhatsApp Manager's labels
 * for the opt-out button of a marketing template: a tap arrives as that text. docs/server-facts.md says which of them were
 * seen, and where; the others are what a translator would write.
 */
const OPT_OUT: Readonly<Record<string, readonly string[]>> = {
  en: ['STOP', 'UNSUBSCRIBE', 'OPT OUT', 'Stop promotions'],
  'pt-BR': ['PARAR', 'DESCADASTRAR', 'CANCELAR INSCRIÇÃO', 'Parar promoções'],
  es: ['BAJA', 'DARME DE BAJA', 'DARSE DE BAJA', 'DETENER', 'Detener promociones'],
  de: ['STOPP', 'ABMELDEN', 'ABBESTELLEN', 'AUSTRAGEN', 'Werbung stoppen'],
  fr: ['ARRÊT', 'ARRÊTER', 'DÉSABONNER', 'SE DÉSABONNER', 'ME DÉSABONNER', 'ME DÉSINSCRIRE', 'Arrêter les promotions'],
  it: ['FERMA', 'CANCELLAMI', 'DISISCRIVIMI', 'DISISCRIZIONE', 'ANNULLA ISCRIZIONE', 'Interrompi promozioni'],
  nl: ['AFMELDEN', 'UITSCHRIJVEN', 'STOPPEN', 'Promoties stoppen'],
  tr: ['DUR', 'DURDUR', 'RET', 'ABONELİKTEN ÇIK', 'MESAJ İSTEMİYORUM', 'Promosyonları durdur'],
  ru: ['СТОП', 'ОТПИСАТЬСЯ', 'ОТПИСКА', 'ОТПИШИТЕ МЕНЯ', 'НЕ ПИШИТЕ МНЕ', 'Остановить рекламу'],
  ar: ['إيقاف', 'أوقف', 'توقف', 'قف', 'إلغاء الاشتراك', 'إيقاف العروض', 'إيقاف العروض الترويجية'],
  hi: ['रोकें', 'रोको', 'बंद करें', 'बंद करो', 'BAND KARO', 'सदस्यता समाप्त करें', 'प्रमोशन बंद करें'],
  id: ['BERHENTI', 'BERHENTI BERLANGGANAN', 'HENTIKAN', 'UNREG', 'Hentikan promosi'],
};

/** Words that opt in again. Customers are told to write START. */
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

/** The word that always opts in again, whatever the setting: every confirmation names it. */
const ALWAYS_IN = 'START';

/** The default of the setting: all languages in one list. */
export const DEFAULT_OPT_OUT_WORDS = Object.values(OPT_OUT).flat().join(', ');

/** The default of the setting. */
export const DEFAULT_OPT_IN_WORDS = OPT_IN.join(', ');

/** The meaning of a customer's message: opt out, or opt in again. */
export type ConsentWish = 'out' | 'in';

/** The normalised words of a setting, separated by commas (also the Arabic one), semicolons or lines. */
export function readConsentWords(list: string): string[] {
  return list
    .split(/[,،;\n]/u)
    .map(bare)
    .filter((word) => word !== '');
}

/**
 * The meaning of a message that is exactly one of the words, ignoring capitals, accents and surrounding punctuation.
 *
 * @returns undefined for every other message: a sentence that contains such a word does not opt out
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

/** The number of characters that are compared. No word is longer. */
const LONGEST = 100;

/**
 * A word in lower case, without accents of Latin and Arabic letters and without surrounding punctuation. Vowel signs of
 * Indic scripts stay, because they are letters. The Turkish dotless ı counts as i, because phones write both.
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
