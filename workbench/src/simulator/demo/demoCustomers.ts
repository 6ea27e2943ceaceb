import type { NewCustomer } from '../customers/createCustomer';

/** Customers of the first start: several countries, an Arabic name, an old Brazilian number, somebody without a phone. */
export const demoCustomers: NewCustomer[] = [
  { name: 'Ana Souza', waId: '5511955550111', userId: 'BR.1000000000000111' },
  { name: 'Jonas Weber', waId: '491713920012', userId: 'DE.1000000000000112' },
  { name: 'ليلى حداد', waId: '962790000013', userId: 'JO.1000000000000113' },
  { name: 'Paulo Lima', waId: '553155550122', userId: 'BR.1000000000000122' },
  { name: 'Sofía Ramírez', waId: '5215555550144', userId: 'MX.1000000000000144' },
  { name: 'Kai Nakamura', username: 'kai.nakamura', userId: 'US.1000000000000155', noPhone: true },
];
