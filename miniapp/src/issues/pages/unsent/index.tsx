import { useRouter } from '@tarojs/taro'
import { SentReport } from '../../report/sent-report'

/** One thing that waits on the phone, opened from home or from the list. */
export default function UnsentPage() {
  const { id } = useRouter().params
  return <SentReport id={id ?? ''} />
}
