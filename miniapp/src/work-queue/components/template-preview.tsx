import { fillTemplate } from '@little-bench/shared/work-queue/reply-template'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { replyTemplateText } from '../reply-template.text'
import styles from './template.module.scss'

/** How the template will read, filled with an example. */
export const TemplatePreview = ({ zh, bo }: { zh: string; bo: string }) => {
  const t = useText(replyTemplateText)
  const sample = {
    title: t('sampleTitle'),
    receiptNumber: t('sampleNumber'),
    queueName: t('sampleQueue'),
    communityName: t('sampleCommunity'),
    dueOn: t('sampleDueOn'),
    workerName: t('sampleWorker'),
  }
  return (
    <Section title={t('preview')}>
      <Card tint='blue'>
        <View className={styles.words}>{zh.trim() === '' ? t('previewEmpty') : fillTemplate(zh, sample)}</View>
        {bo.trim() !== '' && <View className={styles.tibetan}>{fillTemplate(bo, sample)}</View>}
      </Card>
    </Section>
  )
}
