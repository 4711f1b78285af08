/**
 * One place for the look: what is below says no size of letters, no colour and no height by itself, and takes them from
 * the tokens and mixins of `miniapp/src/ui`, where 长辈版 and Tibetan change them for every page at once.
 */
export default {
  customSyntax: 'postcss-scss',
  // The place itself, the ground before any page stands on it, and paper.
  ignoreFiles: ['miniapp/src/ui/**', 'miniapp/src/app.scss', 'miniapp/src/platform/print.scss'],
  reportNeedlessDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    'color-no-hex': true,
    'color-named': 'never',
    'function-disallowed-list': ['rgb', 'rgba', 'hsl', 'hsla', 'color-mix'],
    'property-disallowed-list': ['font', 'zoom'],
    'declaration-property-value-allowed-list': {
      'font-size': ['/^var\\(--size-[a-z-]+\\)$/', 'inherit'],
      'line-height': ['/^var\\(--line-[a-z-]+\\)$/', 'inherit'],
      '/^(min-|max-)?height$/': ['0', 'auto', 'none', '100%', '/^var\\(--[a-z-]+\\)$/', '/^calc\\(.*var\\(--/'],
    },
    'declaration-property-value-disallowed-list': {
      '/^(min-|max-)?height$/': ['/\\d(px|em|rem|rpx)\\b/'],
    },
  },
}
