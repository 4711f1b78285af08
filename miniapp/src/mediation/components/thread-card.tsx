import { textLength } from '@little-bench/shared/kernel/text'
import type { Side } from '@little-bench/shared/mediation/kinds'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import { type CaseAccess, type CaseThread, usePostToThread } from '../case.api'
import { caseText } from '../case.text'
import styles from '../mediation.module.scss'
import { MAX_WORDS } from '../request-draft'

interface ThreadCardProps {
  access: CaseAccess
  thread: CaseThread
  words: { title: string; who: string; write: string; send: string }
  /** To which side a mediator writes in private. */
  to?: Side
  /** Whoever reads and has no part in it. */
  isReadOnly?: boolean
}

/** One thread: who reads it stands above it and on the button that sends. */
export const ThreadCard = ({ access, thread, words, to, isReadOnly = false }: ThreadCardProps) => {
  const isPrivate = thread.thread === 'private'
  return (
    <Section
      title={words.title}
      end={<StatusChip word={words.who} tone='plain' icon={isPrivate ? 'lock' : 'speech'} />}
    >
      <View
        className={classNames(styles.thread, isPrivate && styles.private)}
        {...a11y({ role: 'group', label: `${words.title}，${words.who}` })}
      >
        <Messages thread={thread} />
        {!isReadOnly && <WriteBox access={access} thread={thread} words={words} {...(to ? { to } : {})} />}
      </View>
    </Section>
  )
}

const Messages = ({ thread: { messages } }: { thread: CaseThread }) => {
  const t = useText(caseText)
  const language = useDisplaySettings((settings) => settings.language)
  if (messages.length === 0) return <View className={styles.hint}>{t('nothingSaid')}</View>
  return messages.map(({ id, at, from, isYou, text }) => (
    <View key={id} className={styles.message}>
      <View className={styles.caption}>
        {isYou ? t('you') : from} · {spokenDateTime(at, language)}
      </View>
      <Text className={styles.text}>{text}</Text>
    </View>
  ))
}

const WriteBox = ({ access, thread, words, to }: Omit<ThreadCardProps, 'isReadOnly'>) => {
  const t = useText(caseText)
  const [text, setText] = useState('')
  const [hasTried, setTried] = useState(false)
  const posting = usePostToThread(access, thread.thread)
  const typed = text.trim()
  const mistake = typed === '' ? t('writeMissing') : textLength(typed) > MAX_WORDS ? t('writeLong') : undefined
  const send = () => {
    setTried(true)
    if (mistake) return
    posting.mutate(to ? { text: typed, side: to } : { text: typed }, {
      onSuccess: () => {
        setText('')
        setTried(false)
        showToast(t('said'))
      },
    })
  }
  return (
    <>
      <TextArea
        label={words.write}
        limit={MAX_WORDS}
        value={text}
        onChange={setText}
        error={hasTried ? mistake : undefined}
      />
      {posting.error !== null && <ErrorNotice error={posting.error} />}
      <Button icon='send' isWide isBusy={posting.isPending} onPress={send}>
        {words.send}
      </Button>
    </>
  )
}
