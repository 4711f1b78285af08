import type { MessageTemplate } from '@little-bench/shared/notifications/subscribe.contract'
import { TOPIC_TEXT, type Topic } from '@little-bench/shared/notifications/templates'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { canSubscribe } from '../../platform/subscribe'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { useMessageTemplates } from '../subscribe.api'
import { useAskToTell } from '../use-ask-to-tell'
import { wechatText } from '../wechat.text'

interface WechatRemindersProps {
  /** What the page is about; without it all there are. */
  topic?: Topic
}

/** How many messages of WeChat will still come, and the one way to agree to more. Nothing of it is on the web. */
export const WechatReminders = ({ topic }: WechatRemindersProps) => {
  const t = useText(wechatText)
  const templates = useMessageTemplates()
  const askToTell = useAskToTell()
  const [isOff, setOff] = useState(false)
  const shown = (templates.data?.items ?? []).filter((template) => topic === undefined || template.topic === topic)
  if (!canSubscribe || shown.length === 0) return null
  const keepTelling = () => void askToTell('keep_telling').then(setOff)
  return (
    <Section title={t('title')}>
      <Card>
        <View {...a11y({ live: 'polite' })}>
          {shown.map((template) => (
            <Line key={template.templateId} template={template} />
          ))}
        </View>
        <View>{t('words')}</View>
        {isOff && <View {...a11y({ role: 'alert' })}>{t('off')}</View>}
      </Card>
      <Button icon='bell' isWide onPress={keepTelling}>
        {t('keepTelling')}
      </Button>
    </Section>
  )
}

const Line = ({ template: { topic, credits, isRefused } }: { template: MessageTemplate }) => {
  const t = useText(wechatText)
  const name = TOPIC_TEXT[topic]
  if (credits > 0) return <View>{t('left', { topic: name, count: credits })}</View>
  return <View>{t(isRefused ? 'refused' : 'none', { topic: name })}</View>
}
