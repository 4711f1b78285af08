const components = require('./components')

/** Taro plugin: teaches the weapp templates and the weapp runtime the same aria attributes. */
module.exports = (ctx) =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // h5 has no templates
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [].concat(platform.runtimePath, require.resolve('./runtime.js'))
    },
  })
