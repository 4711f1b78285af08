import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { useCopy } from '../../ui/use-copy'
import styles from '../pension.module.scss'
import { useGroupText } from '../proof.api'
import { proofText } from '../proof.text'

/** What somebody pastes into a group of their courtyard: shown as it is before it is copied. */
export const GroupText = ({ communityId }: { communityId: string }) => {
  const t = useText(proofText)
  const copy = useCopy()
  const [isOpen, setOpen] = useState(false)
  const text = useGroupText(communityId, isOpen)
  return (
    <Section title={t('group')}>
      <Card>
        <View className={styles.line}>{t('groupWords')}</View>
        {!isOpen && (
          <Button icon='speech' isWide onPress={() => setOpen(true)}>
            {t('groupShow')}
          </Button>
        )}
        {isOpen && text.isPending && <Skeleton cards={1} />}
        {isOpen && text.error && !text.data && <ErrorNotice error={text.error} onRetry={() => void text.refetch()} />}
        {text.data !== undefined && (
          <>
            <View className={styles.line}>{text.data}</View>
            <Button icon='check' isWide onPress={() => copy(text.data, t('copied'))}>
              {t('groupCopy')}
            </Button>
          </>
        )}
      </Card>
    </Section>
  )
}
