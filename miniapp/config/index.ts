import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
// Taro writes it into the project.config.json of the build; a mistyped one would only be noticed at the upload.
const appId = process.env.TARO_APP_ID
if (appId && !/^wx[0-9a-f]{16}$/.test(appId)) throw new Error(`TARO_APP_ID is no app id of WeChat: ${appId}`)
const isWeapp = process.env.TARO_ENV === 'weapp'

// For watch builds, which nobody minifies: these ship syntax newer than our oldest phones.
const modernDependencies = (file: string) => /node_modules[\\/].*(@tanstack|react-hook-form|zustand)[\\/]/.test(file)
const workspacePackages = path.resolve(root, '../shared/src')

const cssModules = {
  enable: true,
  config: { namingPattern: 'module' as const, generateScopedName: '[name]__[local]___[hash:base64:5]' },
}

// px means px on every device: the tokens are the sizes, and a big screen gets more room, not bigger letters.
const pxtransform = { enable: false, config: {} }

const reactFromApp = path.resolve(root, 'node_modules/@tarojs/plugin-framework-react')
// A dependency of the h5 platform, which asks for its stylesheet by a name that pnpm shows only to that platform.
const htmlComponents = path.dirname(
  require.resolve('@tarojs/components-react/package.json', {
    paths: [require.resolve('@tarojs/plugin-platform-h5/package.json')],
  }),
)

export default defineConfig<'webpack5'>(async (merge) => {
  const settings: UserConfigExport<'webpack5'> = {
    projectName: 'little-bench',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: process.env.TARO_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'a11y')],
    alias: {
      '@': path.resolve(root, 'src'),
      // One copy of the hooks runtime under pnpm.
      '@tarojs/plugin-framework-react': reactFromApp,
      '@tarojs/components-react': htmlComponents,
    },
    // process.env.X other than NODE_ENV and TARO_* throws on a phone, so the API base is a constant of the build.
    defineConstants: {
      API_BASE: JSON.stringify(isWeapp ? (process.env.TARO_APP_API ?? 'http://localhost:8787') : ''),
      SPEECH_PLUGIN: JSON.stringify(isWeapp ? (process.env.TARO_APP_SPEECH_PLUGIN ?? '') : ''),
    },
    copy: {
      patterns: isWeapp ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
      options: {},
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true },
    jsMinimizer: 'esbuild',
    // esbuild cannot go below ES2015; the oldest phones of browserslist read ES2018.
    esbuild: { minify: { enable: true, config: { target: 'es2018' } } },
    mini: {
      optimizeMainPackage: { enable: true },
      // Stylesheets are modules of their own blocks: no rule of one depends on coming after another.
      miniCssExtractPluginOption: { ignoreOrder: true },
      compile: { include: [workspacePackages, modernDependencies] },
      postcss: { pxtransform, cssModules },
      webpackChain(chain) {
        chain.plugin('providerPlugin').tap((args) => {
          args[0].AbortController = [path.resolve(root, 'src/platform/abort-controller.ts'), 'AbortController']
          return args
        })
      },
    },
    h5: {
      webpackChain(chain) {
        chain.resolve.alias.set('@tarojs/components$', path.resolve(__dirname, 'web-components.js'))
        chain.resolve.alias.set('@tarojs/components/dist/components', path.resolve(__dirname, 'no-custom-elements.js'))
        // The progress bar takes a tenth of the time; mistakes are printed without it too.
        chain.plugins.delete('webpackbar')
        chain.module.strictExportPresence(true)
        // Babel reads our sources only; esbuild lowers the syntax of everything when it minifies. It halves the time.
        const scripts = chain.module.rule('script')
        scripts.include.clear()
        scripts.include.add(path.resolve(root, 'src')).add(workspacePackages)
        // What two pages share is loaded once.
        chain.optimization.splitChunks({
          cacheGroups: {
            default: false,
            defaultVendors: false,
            shared: { name: 'shared', chunks: 'all', minChunks: 2, reuseExistingChunk: true },
          },
        })
      },
      publicPath: '/',
      staticDirectory: 'static',
      useHtmlComponents: true,
      router: { mode: 'browser' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      devServer: {
        host: '127.0.0.1',
        port: 10086,
        open: false,
        proxy: [{ context: ['/api'], target: 'http://127.0.0.1:8787' }],
      },
      postcss: { autoprefixer: { enable: true, config: {} }, pxtransform, cssModules },
    },
  }
  return merge({}, settings)
})
