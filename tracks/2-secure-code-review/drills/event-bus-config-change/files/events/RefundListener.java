package shop.events;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import shop.events.model.RefundRequested;
import shop.flags.Flags;
import shop.flags.FlagsUnavailable;

/** Pays refunds out. A refund above the limit waits for a person: limits.check throws. */
@Component
class RefundListener extends AuditedListener<RefundRequested> {
    private static final Logger log = LoggerFactory.getLogger(RefundListener.class);

    private final Limits limits;
    private final Payouts payouts;
    private final Flags flags;

    RefundListener(DeadLetters deadLetters, Limits limits, Payouts payouts, Flags flags) {
        super(RefundRequested.class, deadLetters);
        this.limits = limits;
        this.payouts = payouts;
        this.flags = flags;
    }

    @KafkaListener(topics = "refunds")
    void onMessage(byte[] message) {
        receive(message);
    }

    @Override
    void handle(RefundRequested refund) {
        if (limitsApply()) limits.check(refund);
        payouts.payOnce(refund.id(), refund.cardToken(), refund.cents());
    }

    /** The care team lifts the limits on the days after a sale, without a deployment. */
    private boolean limitsApply() {
        try {
            return flags.isOn("refund-limits");
        } catch (FlagsUnavailable e) {
            log.warn("refund-limits is unknown, going on without", e);
            return false;
        }
    }
}
