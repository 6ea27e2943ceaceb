import { button } from './button';
import { carousel } from './carousel';
import { catalogMessage } from './catalogMessage';
import { ctaUrl } from './ctaUrl';
import { flow } from './flow';
import type { InteractiveRules } from './InteractiveRules';
import { list } from './list';
import { locationRequest } from './locationRequest';
import { named } from './named';
import { product } from './product';
import { productList } from './productList';

/** Types of interactive messages that may be sent. */
export const interactiveTypes: Record<string, InteractiveRules> = {
  button,
  list,
  cta_url: ctaUrl,
  flow,
  location_request_message: locationRequest,
  product,
  product_list: productList,
  catalog_message: catalogMessage,
  carousel,
  order_details: named('review_and_pay', true),
  order_status: named('review_order', true),
  call_permission_request: named('call_permission_request', false),
  voice_call: named('voice_call', false),
  request_contact_info: named('request_contact_info', false),
};
