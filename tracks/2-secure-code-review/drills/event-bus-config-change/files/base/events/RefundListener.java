package shop.events;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import shop.events.model.RefundRequested;

/** Pays refunds out. A refund above the limit waits for a person: limits.check throws. */
@Component
class RefundListener extends AuditedListener<RefundRequested> {
    private final Limits limits;
    private final Payouts payouts;

    RefundListener(DeadLetters deadLetters, Limits limits, Payouts payouts) {
        super(RefundRequested.class, deadLetters);
        this.limits = limits;
        this.payouts = payouts;
    }

    @KafkaListener(topics = "refunds")
    void onMessage(byte[] message) {
        receive(message);
    }

    @Override
    void handle(RefundRequested refund) {
        limits.check(refund);
        payouts.payOnce(refund.id(), refund.cardToken(), refund.cents());
    }
}
