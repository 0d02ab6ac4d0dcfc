// module: unnamed
// expect: only-anchors-leave-the-database | through one room|java.net.http.HttpClient
package io.writ.ledger.tree;

final class TreeSpeaksHttp {
    static java.net.http.HttpClient client() {
        return java.net.http.HttpClient.newHttpClient();
    }
}
