/** An error as a webhook tells it, under one spelling. */
export interface WhatsAppError {
  code?: number;
  title?: string;
  message?: string;
  details?: string;
  href?: string;
}
