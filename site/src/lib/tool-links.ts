/** Links to the tools, for the front page and the search page. */

export const toolLinks = [
  { path: '/validate/', title: 'Validate a network' },
  { path: '/required-rules/', title: 'Required rules' },
  { path: '/subnet-calculator/', title: 'Subnet calculator' },
  { path: '/will-my-ip-change/', title: 'Will my IP change?' },
  { path: '/what-is-this-address/', title: 'What is this address?' },
  { path: '/tiers/#compare', title: 'Compare tiers' },
  { path: '/changes/#compare', title: 'Compare editions' },
  { path: '/graphql', title: 'GraphiQL' },
] as const;
