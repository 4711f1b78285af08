export default defineAppConfig({
  pages: ['home/pages/index/index', 'home/pages/not-found/index'],
  subPackages: [
    {
      root: 'issues',
      name: 'issues',
      pages: ['pages/list/index', 'pages/public/index', 'pages/report/index', 'pages/detail/index', 'pages/rate/index'],
    },
    { root: 'people', name: 'people', pages: ['pages/me/index', 'pages/inbox/index', 'pages/sign-in/index'] },
    {
      root: 'work-queue',
      name: 'work-queue',
      pages: [
        'pages/inbox/index',
        'pages/item/index',
        'pages/follow-ups/index',
        'pages/not-ours/index',
        'pages/roster/index',
        'pages/reply-templates/index',
        'pages/reply-template/index',
        'pages/figures/index',
        'pages/ledger/index',
        'pages/grid-redraw/index',
      ],
    },
  ],
  preloadRule: { 'home/pages/index/index': { network: 'all', packages: ['issues'] } },
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#FAF7F2',
    navigationBarBackgroundColor: '#FAF7F2',
    navigationBarTitleText: '小板凳',
    navigationBarTextStyle: 'black',
  },
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '只用来写明您说的事情在哪里' } },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
})
