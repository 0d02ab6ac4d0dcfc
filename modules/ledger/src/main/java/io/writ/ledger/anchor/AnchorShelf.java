package io.writ.ledger.anchor;

import io.writ.ledger.signing.NoteKey;
import java.time.Clock;
import java.util.List;

/**
 * Opens anchors.
 *
 * @param witnessKeys keys of witnesses whose cosignatures count
 */
public record AnchorShelf(List<AnchorAddress> addresses, List<NoteKey> witnessKeys, GitCredentials git, Clock clock) {

    public AnchorShelf {
        addresses = List.copyOf(addresses);
        witnessKeys = List.copyOf(witnessKeys);
    }

    /** One of each, for one user. */
    public List<Anchor> open() {
        return addresses.stream().map(this::open).toList();
    }

    private Anchor open(AnchorAddress address) {
        return switch (address) {
            case AnchorAddress.Directory(var name, var path) -> new DirectoryAnchor(name, path);
            case AnchorAddress.Git(var name, var uri, var branch) ->
                new GitAnchor(name, new GitBranch(uri, branch, git), clock);
            case AnchorAddress.Witness(var name, var prefix) ->
                new WitnessAnchor(name, new WitnessHttp(prefix), witnessKeys, clock);
        };
    }
}
