/** Numbers of the first start; none of them can belong to anybody. */
export const demoNumbers = [
  { phoneNumber: '551155550100', displayName: 'Padaria Sol', apiKey: 'demo-key-551155550100' },
  { phoneNumber: '493023125100', displayName: 'Werkstatt Nord', apiKey: 'demo-key-493023125100' },
];
