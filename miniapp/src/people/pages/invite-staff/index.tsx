import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { goBack } from '../../../platform/navigation'
import { canPrint } from '../../../platform/print'
import { toTop } from '../../../platform/to-top'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { TextInput } from '../../../ui/text-input'
import { InvitationSlip } from '../../components/invitation-slip'
import { RoleFields } from '../../components/role-fields'
import { StaffOnly } from '../../components/staff-only'
import { NO_ROLE, roleToGive } from '../../given-role'
import { useInviteStaff } from '../../staff.api'
import { staffText } from '../../staff.text'

const MAX_NAME = 40

/** Who, for what and where; then the code, on the screen and on paper, this once. */
export default function InviteStaffPage() {
  const t = useText(staffText)
  const [name, setName] = useState('')
  const [fields, setFields] = useState(NO_ROLE)
  const [hasTried, setTried] = useState(false)
  const inviting = useInviteStaff()
  const send = () => {
    setTried(true)
    const given = roleToGive(fields)
    if (given && name.trim() !== '') inviting.mutate({ name: name.trim(), given }, { onSuccess: toTop })
  }
  if (inviting.data) {
    return (
      <Page
        title={t('invite')}
        isDesk
        action={
          // The code is shown this once: where it can be printed, that is the main thing to do.
          <Button kind={canPrint ? 'plain' : 'primary'} isWide onPress={goBack}>
            {t('backToStaff')}
          </Button>
        }
      >
        <InvitationSlip {...inviting.data} />
      </Page>
    )
  }
  return (
    <Page
      title={t('invite')}
      isDesk
      action={
        <Button kind='primary' isWide isBusy={inviting.isPending} onPress={send}>
          {t('makeCode')}
        </Button>
      }
    >
      <StaffOnly permission='staff.invite' isForTown>
        <TextInput
          label={t('colleague')}
          hint={t('colleagueHint')}
          isRequired
          error={hasTried && name.trim() === '' ? t('colleagueMissing') : undefined}
          value={name}
          maxLength={MAX_NAME}
          onChange={setName}
        />
        <RoleFields fields={fields} onChange={setFields} hasTried={hasTried} />
        {inviting.isError && <ErrorNotice error={inviting.error} />}
      </StaffOnly>
    </Page>
  )
}
