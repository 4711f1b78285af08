import { useMutation } from '@tanstack/react-query'
import { canKeep } from '../../platform/download'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { type CaseAccess, downloadAgreement } from '../case.api'
import { caseText } from '../case.text'

const FORMATS = { pdf: 'downloadPdf', docx: 'downloadDocx' } as const
type Format = keyof typeof FORMATS

/** The agreement on paper, and as a document. */
export const AgreementFile = ({ access, receiptNumber }: { access: CaseAccess; receiptNumber: string }) => {
  const t = useText(caseText)
  const fetching = useMutation({
    mutationFn: (format: Format) => downloadAgreement(access, format, receiptNumber),
    onSuccess: () => showToast(t('downloaded')),
  })
  return (
    <>
      {(['pdf', 'docx'] as const)
        .filter((format) => canKeep(`${receiptNumber}.${format}`))
        .map((format) => (
          <Button
            key={format}
            icon='down'
            isWide
            isBusy={fetching.isPending && fetching.variables === format}
            onPress={() => fetching.mutate(format)}
          >
            {t(FORMATS[format])}
          </Button>
        ))}
      {fetching.error !== null && <ErrorNotice error={fetching.error} />}
    </>
  )
}
