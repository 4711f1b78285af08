import { expect, test } from 'vitest'
import { deviceLabel } from './device-label.ts'

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/zh_CN',
    'iPhone · 微信',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; V2309A Build/AP3A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.103 Mobile Safari/537.36 MicroMessenger/8.0.58 MiniProgramEnv/android',
    '安卓设备 · 微信',
  ],
  ['Mozilla/5.0 (Linux; U; HarmonyOS 5.0; PHONE) Chrome/114.0 Mobile Safari/537.36', '鸿蒙设备 · Chrome'],
  ['Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1', 'iPad · Safari'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Windows 电脑 · Edge',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari/605.1.15', '苹果电脑 · Safari'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', '电脑 · Firefox'],
  ['node', '其他设备'],
  ['', '其他设备'],
])('%s is called %s', (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label)
})

test('whatever somebody calls their program, none of its words is kept', () => {
  expect(deviceLabel('iPhone 13800001234 <script> 张三')).toBe('iPhone')
})
