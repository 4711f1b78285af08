import type { Issue } from '@little-bench/shared/issues/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { RedactDialog } from './redact-dialog'

/** For whoever wrote it: what is too much for others to see can still be covered. */
export const RedactButton = ({ issue }: { issue: Issue }) => {
  const t = useText(issueText)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <View className={styles.row}>
        <Button icon='lock' onPress={() => setOpen(true)}>
          {t('redact')}
        </Button>
      </View>
      {isOpen && <RedactDialog issue={issue} onClose={() => setOpen(false)} />}
    </>
  )
}
