/** The first that fits: an iPad calls itself a Macintosh only where it says nothing of itself. */
const DEVICES: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙设备'],
  [/Android/, '安卓设备'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux|CrOS/, '电脑'],
]
/** Edge and WeChat call themselves Chrome too, and Chrome calls itself Safari. */
const PROGRAMS: readonly [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

/** The kind of device and program in plain words, 「iPhone · 微信」: enough to know one's own again, and no fingerprint. */
export const deviceLabel = (userAgent: string): string => {
  const named = [DEVICES, PROGRAMS].flatMap((kinds) => kinds.find(([pattern]) => pattern.test(userAgent))?.[1] ?? [])
  return named.length === 0 ? '其他设备' : named.join(' · ')
}
