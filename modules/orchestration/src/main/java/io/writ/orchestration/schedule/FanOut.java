package io.writ.orchestration.schedule;

import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Makes a wave of calls at once, never more at a time than the budget's parallelism, never past its deadline. */
final class FanOut {

    private final Function<OperatorCall, OperatorOutcome> gateway;
    private final Allowance allowance;
    private final ThreadFactory threads;

    FanOut(Function<OperatorCall, OperatorOutcome> gateway, Allowance allowance, ThreadFactory threads) {
        this.gateway = gateway;
        this.allowance = allowance;
        this.threads = threads;
    }

    /** One reply per call, in the order of the calls. */
    List<Reply> replies(List<OperatorCall> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        ExecutorService executor = Executors.newThreadPerTaskExecutor(threads);
        try {
            return collect(submit(executor, calls));
        } finally {
            // Late calls are interrupted and not awaited: waiting for them would spend time the budget no longer has.
            executor.shutdownNow();
        }
    }

    /** Reserves in the order of the calls, before any of them runs: the same budget cuts the same calls. */
    private List<Callable<Reply>> reserved(List<OperatorCall> calls) {
        Semaphore places = new Semaphore(allowance.parallelism());
        List<Callable<Reply>> tasks = new ArrayList<>();
        for (OperatorCall call : calls) {
            Optional<StopReason> stop = allowance.reserveCall();
            tasks.add(stop.isPresent() ? () -> new Reply.NotMade(stop.get()) : () -> inPlace(places, call));
        }
        return tasks;
    }

    private List<Future<Reply>> submit(ExecutorService executor, List<OperatorCall> calls) {
        List<Future<Reply>> futures = new ArrayList<>();
        reserved(calls).forEach(task -> futures.add(executor.submit(task)));
        return futures;
    }

    private Reply inPlace(Semaphore places, OperatorCall call) throws InterruptedException {
        places.acquire();
        try {
            Optional<StopReason> stop = allowance.exhausted();
            return stop.isPresent() ? new Reply.NotMade(stop.get()) : reply(gateway.apply(call));
        } finally {
            places.release();
        }
    }

    private Reply reply(OperatorOutcome outcome) {
        return switch (outcome) {
            case OperatorOutcome.Answered answered -> {
                allowance.spent(answered.spent());
                yield new Reply.Answered(answered);
            }
            case OperatorOutcome.Refused refused -> new Reply.Refused(refused.refusal());
        };
    }

    private List<Reply> collect(List<Future<Reply>> futures) {
        List<Reply> replies = new ArrayList<>();
        boolean interrupted = false;
        for (Future<Reply> future : futures) {
            try {
                replies.add(interrupted ? new Reply.NotMade(StopReason.INTERRUPTED) : await(future));
            } catch (InterruptedException stopped) {
                interrupted = true;
                replies.add(new Reply.NotMade(StopReason.INTERRUPTED));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return replies;
    }

    private Reply await(Future<Reply> future) throws InterruptedException {
        Duration left = allowance.remaining();
        try {
            return future.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new Reply.NotMade(StopReason.BUDGET_WALLCLOCK);
        } catch (ExecutionException | CancellationException broken) {
            return new Reply.NotMade(StopReason.FAILED);
        }
    }
}
